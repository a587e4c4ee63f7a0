import canonicalize from 'canonicalize';

export { canonicalize };
