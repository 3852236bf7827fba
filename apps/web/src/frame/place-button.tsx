import { Button, type ButtonProps } from 'antd';
import { useNavigate } from 'react-router';
import { useHeldSearch } from './place-link.tsx';

type Props = Omit<ButtonProps, 'href' | 'onClick'> & {
  path: string;
  search?: Record<string, string | undefined>;
};

/** A link to a page of the platform that looks like a button; it can be opened in another tab. */
export function PlaceButton({ path, search, ...rest }: Props) {
  const held = useHeldSearch();
  const navigate = useNavigate();
  const place = `${path}${held(search)}`;
  return (
    <Button
      {...rest}
      href={place}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(place);
      }}
    />
  );
}
