using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buckets;
using Sluice.BuildRunner.Buildspecs;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Runs;

/// <summary>Reads the buildspec from wherever the project says it is: its own text, a path in the source, an object, or the usual file.</summary>
internal sealed class BuildspecSource(IUserBuckets buckets, string source)
{
    private const string Code = "YAML_FILE_ERROR";

    /// <param name="buildspec">The project's; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The file's name for people, and what it holds.</returns>
    /// <exception cref="SourceException">There is none.</exception>
    public async Task<(string Name, byte[] Content)> ReadAsync(string? buildspec, CancellationToken cancellationToken) => buildspec switch
    {
        null or "" => await FileAsync(BuildspecFile.Locate(source), cancellationToken),
        _ when IsInline(buildspec) => ("the project's buildspec", System.Text.Encoding.UTF8.GetBytes(buildspec)),
        _ when buildspec.StartsWith("arn:", StringComparison.Ordinal) => await ObjectAsync(buildspec, cancellationToken),
        _ => await FileAsync(buildspec, cancellationToken),
    };

    // A path has one line, and no document of one line that is of use is anything but a map.
    internal static bool IsInline(string buildspec) => buildspec.Contains('\n') || buildspec.TrimStart().StartsWith('{') || buildspec.StartsWith("version:", StringComparison.Ordinal);

    private async Task<(string Name, byte[] Content)> FileAsync(string path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path, source);
        if (!RealPath.IsIn(full, source))
        {
            throw new SourceException(Code, $"The buildspec '{path}' is not in the source.");
        }

        if (!File.Exists(full))
        {
            throw new SourceException(Code, $"There is no buildspec '{path}'. {FolderListing.Of(new SourceTree(source), new SourceTree(source).Root)}");
        }

        var real = RealPath.Of(full);
        if (!RealPath.IsIn(real, RealPath.Of(source)))
        {
            throw new SourceException(Code, $"The buildspec '{path}' is a link that leads out of the source.");
        }

        await using var file = await BuildFile.OpenAsync(real, path, cancellationToken);
        return (path, await ContentAsync(file, cancellationToken));
    }

    private async Task<(string Name, byte[] Content)> ObjectAsync(string arn, CancellationToken cancellationToken)
    {
        if (arn.Split(':', 6) is not [_, _, "s3", "", "", var place] || place.Split('/', 2) is not [{ Length: > 0 } bucket, { Length: > 0 } key])
        {
            throw new SourceException(Code, $"'{arn}' is no place of a buildspec; expected arn:aws:s3:::bucket/key.");
        }

        try
        {
            await using var found = await buckets.OpenAsync(new ObjectRef(bucket, key), null, cancellationToken);
            return (key, await ContentAsync(found.Content, cancellationToken));
        }
        catch (Exception e) when (e is ObjectNotFoundException or BucketException)
        {
            throw new SourceException(Code, $"The buildspec {arn} could not be read: {e.Message}");
        }
    }

    // One byte more than a document may have, so that its reader can refuse it.
    private static async Task<byte[]> ContentAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[Platform.Documents.DocumentLimits.Bytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return buffer[..length];
    }
}
