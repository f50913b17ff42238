using System.IO.Compression;
using System.Text;
using Sluice.Lambdas.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Tests.Api;

/// <summary>What a function URL is answered.</summary>
public sealed class FunctionUrlTests
{
    [Fact]
    public async Task Text_is_text()
    {
        var answer = await FunctionUrl.WriteAsync(new ApiResponse(404, [KeyValuePair.Create("Content-Type", "application/json")], Encoding.UTF8.GetBytes("""{"message":"ä"}""")));

        (answer.StatusCode, answer.Body, answer.IsBase64Encoded).ShouldBe((404, """{"message":"ä"}""", false));
    }

    /// <summary>Registries' documents are, for clients that can unpack them.</summary>
    [Fact]
    public async Task What_is_packed_stays_as_it_is()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("{}"u8);
        }

        var answer = await FunctionUrl.WriteAsync(new ApiResponse(200, [KeyValuePair.Create("Content-Encoding", "gzip")], packed.ToArray()));

        answer.IsBase64Encoded.ShouldBeTrue();
        Convert.FromBase64String(answer.Body).ShouldBe(packed.ToArray());
    }

    [Fact]
    public async Task A_file_that_fits_is_handed_on()
    {
        var file = new byte[FunctionUrl.MostBytes];
        new Random(1).NextBytes(file);

        var answer = await FunctionUrl.WriteAsync(new ApiResponse(200, [], default) { Content = new MemoryStream(file) });

        Convert.FromBase64String(answer.Body).ShouldBe(file);
        answer.Body.Length.ShouldBeLessThan(6 * 1024 * 1024);
    }

    [Fact]
    public async Task A_file_that_does_not_is_refused_by_a_message_that_says_what_would_do_it()
    {
        var answer = await FunctionUrl.WriteAsync(new ApiResponse(200, [], default) { Content = new MemoryStream(new byte[FunctionUrl.MostBytes + 1]) });

        answer.StatusCode.ShouldBe(413);
        answer.Body.ShouldContain("PackagesOn=fargate");
    }
}
