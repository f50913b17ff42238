using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Parameters;

/// <summary>A parameter as it is stored, with its newest version. The older ones are beside it.</summary>
/// <param name="Id">For ever its own; a parameter of the same name that is put later has another.</param>
/// <param name="Name">Its name.</param>
/// <param name="Current">The newest version.</param>
internal sealed record Parameter(string Id, string Name, ParameterVersion Current)
{
    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>Which version a label is at. A label is at one alone.</summary>
    public IReadOnlyDictionary<string, long> Labels { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The labels of a version, in order.</summary>
    public IReadOnlyList<string> LabelsOf(long version) => [.. Labels.Where(label => label.Value == version).Select(label => label.Key).Order(StringComparer.Ordinal)];
}
