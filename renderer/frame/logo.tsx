import logo from '../logo.svg';

/** The mark: three decks rising to the stern on a hull. */
export function Logo({ size }: { size: number }) {
  return <img className="logo" src={logo} width={size} height={size} alt="" />;
}
