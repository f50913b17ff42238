using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Definitions;

/// <summary>What a kind of action or rule is configured by.</summary>
/// <param name="Provider">Whose it is.</param>
/// <param name="Keys">The keys that it has.</param>
/// <param name="TakesOtherKeys">Whether it may have others.</param>
/// <param name="Check">What must be true beyond each key; null if nothing.</param>
internal sealed record Settings(string Provider, IReadOnlyList<ConfigurationKey> Keys, bool TakesOtherKeys, Action<ConfigurationRead>? Check);
