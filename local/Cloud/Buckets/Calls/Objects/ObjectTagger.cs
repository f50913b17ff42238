using Sluice.Local.Cloud.Buckets.History;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Replaces the tags of a version, which stays what it is.</summary>
internal sealed class ObjectTagger(ObjectTable objects, ObjectReader reader)
{
    /// <returns>The version's id; null if the bucket has no versions.</returns>
    /// <exception cref="ApiException"><c>NoSuchKey</c>, <c>NoSuchVersion</c>, <c>MethodNotAllowed</c>.</exception>
    public async Task<string?> TagAsync(string bucket, string key, string? versionId, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        ReadRules.Check(await reader.GetAsync(bucket, key, versionId, cancellationToken), versionId, key);
        string? tagged = null;
        await objects.ChangeAsync(
            bucket,
            key,
            async (_, now) =>
            {
                var version = now is null ? null : await objects.VersionAsync(bucket, key, now, versionId, cancellationToken);
                ReadRules.Check(version ?? throw S3Errors.NoSuchKey(key), versionId, key);
                tagged = version.AnsweredId;
                return KeyHistory.Revise(now!, version, version with { Tags = tags });
            },
            [],
            cancellationToken);
        return tagged;
    }
}
