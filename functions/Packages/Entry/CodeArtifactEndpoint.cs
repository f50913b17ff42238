namespace Sluice.Packages.Entry;

/// <summary>The address of CodeArtifact: its operations, and the registries of all repositories, that of images among them.</summary>
public sealed class CodeArtifactEndpoint(ApiEndpoint operations, RegistryEndpoint registries, ImageEndpoint images)
{
    private const string Service = "codeartifact";

    /// <summary>Whether a request is let in by a token instead of a signature.</summary>
    public static bool IsOpen(ApiRequest request) => RegistryAddress.Takes(request.Path) || ImageEndpoint.Takes(request.Path);

    /// <summary>Answers a package manager or a container client.</summary>
    public Task<ApiResponse> AnswerOpenAsync(ApiRequest request, CancellationToken cancellationToken) =>
        ImageEndpoint.Takes(request.Path) ? images.AnswerAsync(request, cancellationToken) : registries.AnswerAsync(request, cancellationToken);

    /// <summary>Answers a request.</summary>
    public Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) =>
        IsOpen(request) ? AnswerOpenAsync(Streamed(request), cancellationToken) : operations.AnswerAsync(Service, request, cancellationToken);

    /// <summary>A function has the body as a whole, and registries read it as it comes.</summary>
    private static ApiRequest Streamed(ApiRequest request) => request.Content is null ? request with { Content = new MemoryStream(request.Body.ToArray(), writable: false) } : request;
}
