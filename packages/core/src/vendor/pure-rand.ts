export { uniformInt } from 'pure-rand/distribution/uniformInt';
export { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
