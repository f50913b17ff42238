using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>Which versions a registry outside has.</summary>
internal sealed class OutsideVersions
{
    private readonly OutsideResources _resources;
    private readonly OutsideJson _json;

    internal OutsideVersions(OutsideResources resources, OutsideJson json) => (_resources, _json) = (resources, json);

    /// <summary>Their texts as they are kept here; null if it has no such package.</summary>
    /// <exception cref="UpstreamException">It cannot be asked.</exception>
    public async Task<IReadOnlyList<string>?> ListAsync(ExternalConnection connection, string name, CancellationToken cancellationToken) =>
        await _resources.ContentAsync(connection, $"{name}/index.json", cancellationToken) is { } address && await _json.GetAsync(address, cancellationToken) is { } index
            ? [.. OutsideJson.Texts(index, "versions").Select(PackageNumber.Key).OfType<string>()]
            : null;
}
