using System.IO.Compression;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Ruby.Archives;
using Sluice.Packages.Formats.Ruby.Marshalling;
using Sluice.Packages.Records;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>Tells what a gem says of itself, as RubyGems reads it before it fetches the gem. It is made of the gem, be that kept or outside: nothing is handed on of which the index has no checksum.</summary>
internal sealed class QuickSpecs(GemFiles files)
{
    /// <summary>How these files are called: by a gem's name, and this.</summary>
    public const string End = ".gemspec.rz";

    /// <exception cref="ApiException">There is no such gem, or it cannot be read.</exception>
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, string fullName, CancellationToken cancellationToken)
    {
        var answer = await files.AnswerAsync(request, fullName, cancellationToken);
        await using var content = answer.Content!;
        await using var scratch = content.CanSeek ? null : Scratch.Open();
        if (scratch is not null)
        {
            await CopyAsync(content, scratch, fullName, cancellationToken);
        }

        try
        {
            return FormatAnswers.Of(200, FormatAnswers.Bytes, Packed(SpecMarshal.Specification(await GemReader.ReadSpecAsync(scratch ?? content, cancellationToken))));
        }
        catch (InvalidDataException e)
        {
            throw PackageErrors.Invalid($"'{fullName}.gem' {e.Message}.");
        }
    }

    private static async Task CopyAsync(Stream content, Stream scratch, string fullName, CancellationToken cancellationToken)
    {
        try
        {
            await content.CopyToAsync(scratch, cancellationToken);
        }
        catch (IOException e)
        {
            throw new UpstreamException($"'{fullName}.gem' was not got whole: {e.Message}");
        }
    }

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(plain);
        }

        return packed.ToArray();
    }
}
