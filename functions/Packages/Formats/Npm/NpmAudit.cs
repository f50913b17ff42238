using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Npm;

/// <summary>Hands <c>npm audit</c> on to the registry outside, which knows of advisories. A repository without one knows of none.</summary>
internal sealed class NpmAudit(RepositoryWalk walk, UpstreamSettings upstreams, UpstreamClient client)
{
    private const int Largest = 16 * 1024 * 1024;

    public async Task<ApiResponse> RunAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var connection = (await walk.OrderAsync(request.Repository, cancellationToken)).Select(repository => upstreams.Find(repository.ExternalConnection)).FirstOrDefault(known => known?.Format is PackageFormat.npm);
        if (connection is null)
        {
            return FormatAnswers.Of(200, FormatAnswers.Json, request.Path.EndsWith("bulk", StringComparison.Ordinal) ? "{}"u8.ToArray() : None.ToArray());
        }

        using var answer = await client.PostAsync(
            new Uri(connection.Address, request.Path), await BodyAsync(request, cancellationToken), request.Http.Header("Content-Type") ?? FormatAnswers.Json, request.Http.Header("Content-Encoding"), cancellationToken);
        return FormatAnswers.Of((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? FormatAnswers.Json, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>What older clients expect.</summary>
    private static ReadOnlySpan<byte> None =>
        """{"actions":[],"advisories":{},"muted":[],"metadata":{"vulnerabilities":{"info":0,"low":0,"moderate":0,"high":0,"critical":0},"dependencies":0,"devDependencies":0,"optionalDependencies":0,"totalDependencies":0}}"""u8;

    private static async Task<byte[]> BodyAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        try
        {
            await Contents.HashingCopy.RunAsync(request.Http.Content ?? Stream.Null, body, Largest, cancellationToken);
            return body.ToArray();
        }
        catch (Contents.ContentTooLargeException e)
        {
            throw Records.PackageErrors.Invalid($"The audit is too large: {e.Message}");
        }
    }
}
