using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Sources;

/// <summary>Reads which version of a source's object is the newest.</summary>
internal sealed class S3SourceReader(IObjectStore objects) : ISourceReader
{
    public bool Reads(ActionTypeId type) => type is { Category: ActionCategory.Source, Owner: ActionOwner.AWS, Provider: SourceTypes.S3 };

    public bool IsWatched(ActionDeclaration source) => source.Setting("PollForSourceChanges") != "false";

    public async Task<SourceCommit> ReadAsync(ActionDeclaration source, SourceState? before, Look look, CancellationToken cancellationToken)
    {
        var at = new ObjectRef(source.Setting("S3Bucket") ?? "", source.Setting("S3ObjectKey") ?? "");
        try
        {
            await using var stored = await objects.OpenVersionAsync(at, null, cancellationToken);
            return new SourceCommit(source.Name, SourceAddress.Of(source), "", stored.VersionId ?? stored.ETag) { Summary = $"Amazon S3 version id: {stored.VersionId ?? stored.ETag}" };
        }
        catch (ObjectNotFoundException)
        {
            throw new SourceUnavailableException($"There is no object '{at.Key}' in the bucket '{at.Bucket}'.");
        }
    }
}
