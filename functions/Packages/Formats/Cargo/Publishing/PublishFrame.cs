using System.Buffers.Binary;
using Sluice.Packages.Contents;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Cargo.Publishing;

/// <summary>Reads what <c>cargo publish</c> sends: the length of the metadata in four bytes, the metadata, the length of the archive in four bytes, the archive, and nothing more.</summary>
internal static class PublishFrame
{
    /// <summary>How many bytes an archive may have.</summary>
    public const long MostBytes = 1024L * 1024 * 1024;

    /// <summary>How many bytes the metadata may have.</summary>
    public const int MostMetadata = 8 * 1024 * 1024;

    private const int LengthBytes = 4;

    /// <summary>The metadata, and what the archive is.</summary>
    /// <param name="body">Read to its end.</param>
    /// <param name="archive">Where the archive goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">It is something else.</exception>
    public static async Task<(byte[] Metadata, StoredContent Archive)> ReadAsync(Stream body, Stream archive, CancellationToken cancellationToken)
    {
        try
        {
            var metadata = new byte[await LengthAsync(body, "metadata", MostMetadata, cancellationToken)];
            await body.ReadExactlyAsync(metadata, cancellationToken);
            var length = await LengthAsync(body, "archive", MostBytes, cancellationToken);
            var content = await HashingCopy.RunAsync(body, archive, length, cancellationToken);
            return content.Size == length ? (metadata, content) : throw new EndOfStreamException($"the archive ends after {content.Size} of {length} bytes");
        }
        catch (EndOfStreamException e)
        {
            throw Refused($"it is cut off: {e.Message.TrimEnd('.')}");
        }
        catch (ContentTooLargeException)
        {
            throw Refused("something follows the archive");
        }
    }

    private static async Task<long> LengthAsync(Stream body, string what, long most, CancellationToken cancellationToken)
    {
        var bytes = new byte[LengthBytes];
        await body.ReadExactlyAsync(bytes, cancellationToken);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return length <= most ? length : throw Refused($"its {what} has {length} bytes, and at most {most} are allowed");
    }

    private static ApiException Refused(string why) => PackageErrors.Invalid($"What was sent is not what cargo publish sends: {why}.");
}
