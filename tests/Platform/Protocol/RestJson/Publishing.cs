using Sluice.Platform.Protocol;

namespace Sluice.Platform.Tests.Protocol.RestJson;

/// <summary>CodeArtifact's operations with bodies that are streamed, which keep and give one asset.</summary>
internal static class Publishing
{
    internal sealed record Summary(string Name, long Size);

    internal sealed record PublishInput(string Domain, string Package, string AssetName, string AssetSHA256, bool? Unfinished, Stream AssetContent);

    internal sealed record PublishOutput(string Package, string Status, Summary Asset);

    internal sealed record AssetInput(string Asset);

    internal sealed record AssetOutput(string AssetName, string PackageVersion, Stream? Asset);

    internal sealed class Shelf
    {
        public PublishInput? Published { get; set; }

        public Stream? Asset { get; set; }

        /// <summary>What is to happen with the content; it is counted if nothing is said.</summary>
        public Func<Stream, Task<long>> Read { get; set; } = async content =>
        {
            var buffer = new byte[64 * 1024];
            long size = 0;
            for (int count; (count = await content.ReadAsync(buffer)) > 0;)
            {
                size += count;
            }

            return size;
        };
    }

    internal sealed class PublishPackageVersion(Shelf shelf) : IOperation<PublishInput, PublishOutput>
    {
        public async Task<PublishOutput> RunAsync(PublishInput input, OperationContext context, CancellationToken cancellationToken)
        {
            shelf.Published = input;
            return new PublishOutput(input.Package, input.Unfinished is true ? "Unfinished" : "Published", new Summary(input.AssetName, await shelf.Read(input.AssetContent)));
        }
    }

    internal sealed class GetPackageVersionAsset(Shelf shelf) : IOperation<AssetInput, AssetOutput>
    {
        public Task<AssetOutput> RunAsync(AssetInput input, OperationContext context, CancellationToken cancellationToken) =>
            Task.FromResult(new AssetOutput(input.Asset, "1.0.0", shelf.Asset));
    }
}
