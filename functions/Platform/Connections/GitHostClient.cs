namespace Sluice.Platform.Connections;

/// <summary>Requests to the APIs of git hosts.</summary>
internal static class GitHostClient
{
    /// <summary>A client that follows nobody elsewhere: what signs in is for one host.</summary>
    public static HttpClient Create() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    /// <summary>GitHub refuses who does not say who asks.</summary>
    public static void Name(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("User-Agent", "sluice");
}
