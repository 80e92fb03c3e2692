import fc from "fast-check";

// A run of the tests must say the same today and tomorrow: its random cases come from one seed, which
// is printed with every failure. The long runs choose another: FC_SEED=$RANDOM npm run test:unit
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_123) });
