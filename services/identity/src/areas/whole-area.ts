/** The area that covers the installation, whatever units it has or will have; there from the start. */
export const wholeArea = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Toàn bộ địa bàn',
} as const;
