/** What a style sheet, font or picture is to a test: an address. */
export default 'asset';
