using Sluice.Packages.Contents;
using Sluice.Packages.Images.Model;
using Sluice.Packages.Images.Records;

namespace Sluice.Packages.Images.Blobs;

/// <summary>Makes a blob an image's own once all of it is here and is what its digest says.</summary>
internal sealed class TakeBlob(ContentStore contents, ImageStore images, TimeProvider time)
{
    /// <summary>How many bytes a blob may have.</summary>
    public const long Most = 50L * 1024 * 1024 * 1024;

    /// <summary>One that comes as a whole.</summary>
    /// <exception cref="ImageRefusal">It is another one.</exception>
    public async Task<ApiResponse> WholeAsync(ImageName name, ImageDigest digest, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await contents.TakeAsync(name.Home.Domain, content, Most, cancellationToken, found => Check(digest, found));
            return await LinkedAsync(name, digest, stored, cancellationToken);
        }
        catch (ContentTooLargeException)
        {
            throw TooLarge();
        }
    }

    /// <summary>One that is here in parts. It is read twice: nothing is stored of one that is another.</summary>
    /// <param name="name">Whose it is to be.</param>
    /// <param name="digest">What it is to be.</param>
    /// <param name="open">Reads all of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ImageRefusal">It is another one.</exception>
    public async Task<ApiResponse> AssembledAsync(ImageName name, ImageDigest digest, Func<Stream> open, CancellationToken cancellationToken)
    {
        await using var first = open();
        var found = await HashingCopy.RunAsync(first, Stream.Null, Most, cancellationToken);
        Check(digest, found);
        await using var again = open();
        await contents.KeepAsync(name.Home.Domain, again, found, cancellationToken);
        return await LinkedAsync(name, digest, found, cancellationToken);
    }

    public static ImageRefusal TooLarge() => ImageErrors.Size(413, $"A blob of at most {Most} bytes is expected.");

    private async Task<ApiResponse> LinkedAsync(ImageName name, ImageDigest digest, StoredContent stored, CancellationToken cancellationToken)
    {
        await images.LinkAsync(name, new StoredBlob(digest.ToString(), stored.Hashes.Sha256, stored.Size), time.GetUtcNow(), cancellationToken);
        return UploadAnswers.Taken(name, digest);
    }

    private static void Check(ImageDigest digest, StoredContent found)
    {
        if (!digest.Names(found.Hashes))
        {
            throw ImageErrors.OtherDigest(digest, found.Hashes);
        }
    }
}
