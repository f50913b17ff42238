using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Sluice.Packages.Contents;

namespace Sluice.Packages.Formats.Swift.Publishing;

/// <summary>Reads a publication as it comes, with flat memory: the archive goes into a temporary file.</summary>
internal static class ReleaseFormReader
{
    public const string Archive = "source-archive";
    public const string ArchiveSignature = "source-archive-signature";
    public const string Metadata = "metadata";
    public const string MetadataSignature = "metadata-signature";

    /// <summary>How many bytes an archive may have.</summary>
    public const long Most = 2L * 1024 * 1024 * 1024;

    private const int MostInMetadata = 1024 * 1024;
    private const int MostInSignature = 64 * 1024;
    private static readonly Dictionary<string, int> Small = new(StringComparer.Ordinal) { [ArchiveSignature] = MostInSignature, [Metadata] = MostInMetadata, [MetadataSignature] = MostInSignature };

    /// <exception cref="InvalidDataException">It is no such form, or has too much in it.</exception>
    public static async Task<ReleaseForm> ReadAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var type) || !type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            throw new InvalidDataException("Content-Type: multipart/form-data with a boundary is expected");
        }

        var form = new ReleaseForm(Scratch.Open());
        try
        {
            await ReadAsync(new MultipartReader(boundary.ToString(), request.Content ?? new MemoryStream(request.Body.ToArray())), form, cancellationToken);
            return form;
        }
        catch (Exception e)
        {
            await form.DisposeAsync();
            throw e is IOException or FormatException ? new InvalidDataException($"the form cannot be read: {e.Message}", e) : e;
        }
    }

    private static async Task ReadAsync(MultipartReader reader, ReleaseForm form, CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            var name = ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString() : "";

            // Nothing to dispose of; and what decodes Base64 throws another fault there, after one.
            var body = Decoded(part);
            if (name == Archive)
            {
                form.Content = form.Content is null ? await TakeAsync(body, form.Archive, Most, name, cancellationToken) : throw Twice(name);
            }
            else if (Small.TryGetValue(name, out var most))
            {
                using var bytes = new MemoryStream();
                await TakeAsync(body, bytes, most, name, cancellationToken);
                if (!form.Parts.TryAdd(name, bytes.ToArray()))
                {
                    throw Twice(name);
                }
            }
            else
            {
                throw new InvalidDataException($"a part of the form is called '{(name.Length <= 100 ? name : name[..100])}'; expected {Archive}, {string.Join(", ", Small.Keys)}");
            }
        }
    }

    private static InvalidDataException Twice(string name) => new($"{name}: it came twice");

    private static async Task<StoredContent> TakeAsync(Stream body, Stream to, long most, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await HashingCopy.RunAsync(body, to, most, cancellationToken);
        }
        catch (ContentTooLargeException e)
        {
            throw new InvalidDataException($"{name}: at most {most} bytes are expected", e);
        }
    }

    /// <summary>Base64 alone changes bytes: what is called quoted-printable is sent by Swift's own tools as it is.</summary>
    private static Stream Decoded(MultipartSection part) => part.Headers?.TryGetValue("Content-Transfer-Encoding", out var encoding) == true && encoding.ToString().Trim().Equals("base64", StringComparison.OrdinalIgnoreCase)
        ? new CryptoStream(part.Body, new FromBase64Transform(), CryptoStreamMode.Read) : part.Body;
}
