using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud;
using Sluice.Platform.Access;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Host.Http;

/// <summary>Lets into git's addresses whose key may: all may clone, and who may push is said by <see cref="Roles"/>.</summary>
internal sealed class GitRequests(GitAuthentication keys, RequestAuthentication authentication)
{
    public async Task AnswerAsync(HttpContext http, CloudServices cloud)
    {
        var (name, isPush) = CloudServices.GitRequest(http)!.Value;
        var caller = await keys.AuthenticateAsync(http.Request.Headers.Authorization, http.Request.Host.Host, $"/v1/repos/{name}", http.RequestAborted);
        if (caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"CodeCommit\"";
            await RefuseAsync(http, StatusCodes.Status401Unauthorized, "expected an access key's id, and its secret or what 'aws codecommit credential-helper' makes of it");
            return;
        }

        try
        {
            authentication.Authorize(caller, isPush ? "codecommit:GitPush" : "codecommit:GitPull");
        }
        catch (ApiException e)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, e.Message);
            return;
        }

        await cloud.AnswerGitAsync(http, authentication.UserArn(caller));
    }

    private static Task RefuseAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync($"{message}\n", http.RequestAborted);
    }
}
