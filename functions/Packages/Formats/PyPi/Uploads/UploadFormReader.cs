using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.PyPi.Projects;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.PyPi.Uploads;

/// <summary>Reads an upload as it comes, with flat memory: the file goes into a temporary one.</summary>
internal static class UploadFormReader
{
    private const string FilePart = "content";
    private const int MostParts = 5000;
    private const int MostInFields = 16 * 1024 * 1024;

    /// <exception cref="ApiException">It is no form, or has too much in it.</exception>
    public static async Task<UploadForm> ReadAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary || request.Content is null)
        {
            throw PackageErrors.Invalid("Content-Type: multipart/form-data with a boundary is expected, as twine sends it.");
        }

        var scratch = Scratch.Open();
        try
        {
            return await ReadAsync(new MultipartReader(boundary.ToString(), request.Content), scratch, cancellationToken);
        }
        catch (Exception e)
        {
            await scratch.DisposeAsync();
            throw e switch
            {
                ContentTooLargeException => PackageErrors.Invalid($"content: a file of at most {ProjectFiles.MostBytes} bytes is expected."),
                InvalidDataException or IOException or FormatException => PackageErrors.Invalid($"The form cannot be read: {e.Message}"),
                _ => e,
            };
        }
    }

    private static async Task<UploadForm> ReadAsync(MultipartReader reader, FileStream scratch, CancellationToken cancellationToken)
    {
        var (fields, left, parts) = (new Dictionary<string, List<string>>(StringComparer.Ordinal), (long)MostInFields, 0);
        string? file = null;
        StoredContent? content = null;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (++parts > MostParts)
            {
                throw new InvalidDataException($"it has more than {MostParts} fields.");
            }

            var (name, fileName) = NamesOf(part);
            if (name == FilePart && fileName is not null)
            {
                (file, content) = content is null
                    ? (fileName, await HashingCopy.RunAsync(part.Body, scratch, ProjectFiles.MostBytes, cancellationToken)) : throw new InvalidDataException("it has more than one file.");
            }
            else
            {
                var bytes = await FieldAsync(part.Body, left, cancellationToken);
                left -= bytes.Length;
                (fields.TryGetValue(name, out var values) ? values : fields[name] = []).Add(Encoding.UTF8.GetString(bytes));
            }
        }

        scratch.Position = 0;
        return new UploadForm(fields.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)field.Value), file, scratch, content);
    }

    private static (string Name, string? FileName) NamesOf(MultipartSection part) => ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
        ? (HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), HeaderUtilities.RemoveQuotes(disposition.FileName) is { HasValue: true } name ? name.ToString() : null)
        : throw new InvalidDataException("a part of it has no Content-Disposition.");

    private static async Task<byte[]> FieldAsync(Stream body, long most, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        try
        {
            await HashingCopy.RunAsync(body, bytes, most, cancellationToken);
        }
        catch (ContentTooLargeException e)
        {
            throw new InvalidDataException($"its fields have more than {MostInFields} bytes.", e);
        }

        return bytes.ToArray();
    }
}
