using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Records;

/// <summary>What was read for a decision, and at which revisions.</summary>
internal sealed record TurnRead(Turn Turn, long RunRev, IReadOnlyDictionary<string, long> LockRevs, IReadOnlyDictionary<string, long> WaitingRevs);
