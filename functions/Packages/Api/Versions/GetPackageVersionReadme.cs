using System.Text;
using Sluice.Packages.Api.Packages;
using Sluice.Packages.Contents;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Versions;

/// <summary>Gives the readme of a version.</summary>
public sealed class GetPackageVersionReadme : IOperation<GetPackageVersionReadmeRequest, GetPackageVersionReadmeResult>
{
    private readonly PackageFinder _finder;
    private readonly ContentStore _contents;

    internal GetPackageVersionReadme(PackageFinder finder, ContentStore contents) => (_finder, _contents) = (finder, contents);

    /// <inheritdoc/>
    public async Task<GetPackageVersionReadmeResult> RunAsync(GetPackageVersionReadmeRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, version) = await _finder.VersionAsync(input.Domain, input.Repository, input.Format, input.Namespace, input.Package, input.PackageVersion, cancellationToken);
        var readme = version.Readme ?? throw new ApiException(PackageErrors.NotFoundCode, $"Readme not found. The version {version.Version} of the {id} has none.");
        return new GetPackageVersionReadmeResult
        {
            Format = id.Format,
            Namespace = id.Namespace,
            Package = id.Name,
            Version = version.Version,
            VersionRevision = version.Revision,
            Readme = Encoding.UTF8.GetString(await _contents.ReadAsync(id.Domain, readme, cancellationToken)),
        };
    }
}
