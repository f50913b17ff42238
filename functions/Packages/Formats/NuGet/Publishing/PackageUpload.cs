using Microsoft.AspNetCore.WebUtilities;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.NuGet.Archives;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.NuGet.Publishing;

/// <summary>Receives the file of a form, as clients send a package. It goes into a file, and never into memory as a whole.</summary>
internal static class PackageUpload
{
    private const string Expected = "A package is expected as the first part of a multipart/form-data body.";
    private const string Marker = "boundary=";
    private const int LongestBoundary = 70;

    /// <param name="request">Its body is read.</param>
    /// <param name="to">Where the file goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">It is not there, is cut off, or is too large.</exception>
    public static async Task<StoredContent> ReceiveAsync(ApiRequest request, Stream to, CancellationToken cancellationToken)
    {
        var boundary = Boundary(request.Header("Content-Type")) ?? throw PackageErrors.Invalid(Expected);
        try
        {
            await using var body = request.Content ?? new MemoryStream(request.Body.ToArray(), writable: false);
            var part = await new MultipartReader(boundary, body).ReadNextSectionAsync(cancellationToken) ?? throw PackageErrors.Invalid(Expected);
            return await HashingCopy.RunAsync(part.Body, to, PackageLimits.Archive, cancellationToken);
        }
        catch (ContentTooLargeException e)
        {
            throw PackageErrors.Quota($"The package is too large. {e.Message}");
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw PackageErrors.Invalid($"The package was not received whole: {e.Message} {Expected}");
        }
    }

    private static string? Boundary(string? type)
    {
        if (type?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var given = type.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(part => part.StartsWith(Marker, StringComparison.OrdinalIgnoreCase))?[Marker.Length..].Trim('"');
        return given is { Length: > 0 and <= LongestBoundary } ? given : null;
    }
}
