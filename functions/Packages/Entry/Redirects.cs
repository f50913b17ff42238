using Sluice.Platform.Objects;

namespace Sluice.Packages.Entry;

/// <summary>
/// Which clients are sent to where a content is kept, instead of being handed it. A store refuses who brings the registry's <c>Authorization</c> beside the address's own right, so these are the clients that are seen not to repeat it at
/// another host (RedirectTests tries each); all others are handed what they ask for.
/// </summary>
internal sealed class Redirects(TimeProvider time)
{
    /// <summary>Fewer bytes are here sooner than the client has asked elsewhere.</summary>
    public const long Least = 1 << 20;

    /// <summary>For who waits before he follows. A download that has begun by then goes on.</summary>
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(10);

    /// <summary>Bundler fetches gems as RubyGems; those that say that they are bundler were not tried. <c>containers/</c> is podman.</summary>
    private static readonly string[] Followers = ["npm/", "pip/", "NuGet ", "Apache-Maven/", "cargo", "Ruby, RubyGems/", "containers/", "skopeo/", "curl/"];

    /// <summary>The answer, or that which sends the client on.</summary>
    public async Task<ApiResponse> OfAsync(ApiRequest request, ApiResponse answer)
    {
        if (answer.Content is not IStoredContent stored || stored.Size < Least || request.Method != "GET" || !Follows(request.Header("User-Agent")))
        {
            return answer;
        }

        var type = answer.Headers.FirstOrDefault(header => header.Key == "Content-Type").Value ?? "application/octet-stream";
        var link = stored.Link(time.GetUtcNow() + Good, type);
        await answer.Content.DisposeAsync();
        return new ApiResponse(302, [KeyValuePair.Create("Location", link.AbsoluteUri), KeyValuePair.Create("Cache-Control", "no-store")], default);
    }

    private static bool Follows(string? userAgent) => userAgent is not null && Followers.Any(begin => userAgent.StartsWith(begin, StringComparison.Ordinal));
}
