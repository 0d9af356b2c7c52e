import { activity } from './activity';
import { conversion } from './conversion';
import { together } from './together';
import { winning } from './winning';

/** Sections F and W of the domain specification: conversion, what leads to it, what is won, and who works together. */
export const funnel = { ...conversion, ...activity, ...winning, ...together };
