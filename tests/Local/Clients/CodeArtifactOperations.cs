using System.Security.Cryptography;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.Clients;

/// <summary>Operations of CodeArtifact's, as far as a client needs them to be seen to speak the protocol.</summary>
internal static class CodeArtifactOperations
{
    internal sealed record Shelf(string File);

    internal sealed record AssetSummary(string Name, long Size, IReadOnlyDictionary<string, string> Hashes);

    internal sealed record PublishInput(string Format, string? Namespace, string Package, string PackageVersion, string AssetName, bool? Unfinished, Stream AssetContent);

    internal sealed record PublishOutput(string Format, string? Namespace, string Package, string Version, string Status, AssetSummary Asset);

    internal sealed record AssetInput(string Asset, string PackageVersion);

    internal sealed record AssetOutput(string AssetName, string PackageVersion, Stream Asset);

    internal sealed record CopyInput(
        string Domain, string SourceRepository, string DestinationRepository, string Format, string Package, IReadOnlyList<string>? Versions, bool? AllowOverwrite, IReadOnlyDictionary<string, string>? VersionRevisions);

    internal sealed record CopyError(string ErrorCode, string ErrorMessage);

    internal sealed record CopyOutput(IReadOnlyDictionary<string, CopyError> FailedVersions);

    internal sealed record TokenInput(string Domain, long? DurationSeconds);

    internal sealed record TokenOutput(string AuthorizationToken, DateTimeOffset Expiration);

    internal sealed class PublishPackageVersion(Shelf shelf) : IOperation<PublishInput, PublishOutput>
    {
        public async Task<PublishOutput> RunAsync(PublishInput input, OperationContext context, CancellationToken cancellationToken)
        {
            await using var file = File.Create(shelf.File);
            await input.AssetContent.CopyToAsync(file, cancellationToken);
            file.Position = 0;
            var hashes = new Dictionary<string, string> { ["SHA-256"] = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) };
            var asset = new AssetSummary(input.AssetName, file.Length, hashes);
            return new PublishOutput(input.Format, input.Namespace, input.Package, input.PackageVersion, input.Unfinished is true ? "Unfinished" : "Published", asset);
        }
    }

    internal sealed class GetPackageVersionAsset(Shelf shelf) : IOperation<AssetInput, AssetOutput>
    {
        public Task<AssetOutput> RunAsync(AssetInput input, OperationContext context, CancellationToken cancellationToken) =>
            Task.FromResult(new AssetOutput(input.Asset, input.PackageVersion, File.OpenRead(shelf.File)));
    }

    internal sealed class CopyPackageVersions : IOperation<CopyInput, CopyOutput>
    {
        public Task<CopyOutput> RunAsync(CopyInput input, OperationContext context, CancellationToken cancellationToken)
        {
            var revisions = string.Join(',', (input.VersionRevisions ?? new Dictionary<string, string>()).Select(one => $"{one.Key}={one.Value}"));
            var seen = $"{input.Domain} {input.SourceRepository} {input.DestinationRepository} {input.Format} {input.Package} [{string.Join(',', input.Versions ?? [])}] {input.AllowOverwrite} [{revisions}]";
            return Task.FromResult(new CopyOutput(new Dictionary<string, CopyError> { ["input"] = new("SKIPPED", seen) }));
        }
    }

    internal sealed class GetAuthorizationToken : IOperation<TokenInput, TokenOutput>
    {
        public Task<TokenOutput> RunAsync(TokenInput input, OperationContext context, CancellationToken cancellationToken) => input.Domain == "none"
            ? throw new ApiException("ResourceNotFoundException", "There is no domain 'none'.")
            : Task.FromResult(new TokenOutput($"{input.Domain}-{input.DurationSeconds}", new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero)));
    }
}
