-- A release depends on the rules of the linter that its spec keeps to, so a change of them must meet a
-- publication that runs at the same moment.
CREATE TRIGGER review_clock AFTER INSERT OR UPDATE OR DELETE ON "LintSetting"
  FOR EACH ROW EXECUTE FUNCTION tick_by_spec();
