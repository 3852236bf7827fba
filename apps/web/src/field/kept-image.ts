import { useQuery } from '@tanstack/react-query';
import { request } from '../api.ts';

/** A kept picture to draw, fetched once like everything else on behalf of the account. */
export function useKeptImage(path: string | undefined): string | undefined {
  const image = useQuery({
    queryKey: ['image', path],
    queryFn: async ({ signal }) => dataUrl(await (await request(path!, { signal })).blob()),
    enabled: path !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  return image.data;
}

/** The page's rules let images come from data only. */
function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
