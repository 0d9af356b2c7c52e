import type { Messages } from '..';

export const moneyLeft: Messages['moneyLeft'] = {
  lost_without_conversation: 'Pembaharuan hilang tanpa perbualan',
  unpaid_invoice: 'Invois lewat, belum dibayar',
  flat_renewal: 'Pembaharuan di bawah harga terindeks',
};
