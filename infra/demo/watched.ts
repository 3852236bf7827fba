/** Where the demo's district officer works until the districts end, and in whose successors from then on. */
export const watchedDistrict = { code: '219', fullName: 'Huyện Lục Ngạn' };

/** Thị trấn Phì Điền, where the commune officer works: xã Lục Ngạn took its code over with more ground. */
export const watchedCommune = '07582';
