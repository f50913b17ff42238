using Sluice.BuildRunner.Variables;

namespace Sluice.BuildRunner.Tests;

/// <summary>Parameters and secrets that a test sets.</summary>
internal sealed class MemoryValues : IValueStores
{
    public Dictionary<string, string> Parameters { get; } = [];

    public Dictionary<string, string> Secrets { get; } = [];

    /// <summary>How many parameters each request asked for.</summary>
    public List<int> Asked { get; } = [];

    public Task<IReadOnlyDictionary<string, string>> ParametersAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        Asked.Add(names.Count);
        return Task.FromResult<IReadOnlyDictionary<string, string>>(Parameters.Where(parameter => names.Contains(parameter.Key)).ToDictionary());
    }

    public Task<string> SecretAsync(string id, string? stage, string? version, CancellationToken cancellationToken) =>
        Secrets.TryGetValue($"{id}/{stage}/{version}".TrimEnd('/'), out var secret) ? Task.FromResult(secret) : throw new StoreException("ResourceNotFoundException: it is not there");
}
