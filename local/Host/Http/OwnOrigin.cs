using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud.Browsers;

namespace Sluice.Local.Host.Http;

/// <summary>Lets into the API only what was meant for this machine, see <see cref="PageGuard"/>. It has no pages of its own, so that nothing in a browser needs it.</summary>
internal static class OwnOrigin
{
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (PageGuard.Refusal(RequestSource.Of(context.Request)) is not { } refusal)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsJsonAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["__type"] = "AccessDeniedException", ["message"] = refusal });
    }
}
