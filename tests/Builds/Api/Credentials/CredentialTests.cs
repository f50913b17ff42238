using Sluice.Builds.ControlPlane.Credentials;
using Sluice.Builds.Shapes;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Tables;

namespace Sluice.Builds.Tests.Api.Credentials;

public sealed class CredentialTests : IDisposable
{
    private const string Token = "ghp_0123456789";
    private const string GitHub = HandedReport.Arn + "token/github";
    private const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:git-AbCdEf";
    private readonly BuildsApi _api = new();

    [Fact]
    public async Task A_credential_is_listed_without_its_token_which_the_table_does_not_have_either()
    {
        (await ImportAsync("GITHUB", "PERSONAL_ACCESS_TOKEN", Token))["arn"]!.ToString().ShouldBe(GitHub);

        var listed = await _api.CallAsync("ListSourceCredentials");
        listed.ToJsonString().ShouldBe($$"""{"sourceCredentialsInfos":[{"arn":"{{GitHub}}","authType":"PERSONAL_ACCESS_TOKEN","serverType":"GITHUB"}]}""");
        var stored = (await _api.Table.GetAsync(new Key("BUILDCREDENTIALS", "github"), TestContext.Current.CancellationToken))!.Attributes.ToJsonString();
        stored.ShouldNotContain(Token);
        (await FindAsync(SourceType.GITHUB)).ShouldBe(new SourceCredential("x-access-token", Token, null));
        (await FindAsync(SourceType.GITHUB))!.ToString().ShouldNotContain(Token);
    }

    [Fact]
    public async Task A_new_one_replaces_the_old_one_unless_that_is_forbidden()
    {
        await ImportAsync("GITHUB", "PERSONAL_ACCESS_TOKEN", "old");
        (await _api.RefusedAsync("ImportSourceCredentials", Input("GITHUB", "PERSONAL_ACCESS_TOKEN", Token, ",'shouldOverwrite':false"))).Code.ShouldBe("ResourceAlreadyExistsException");
        (await FindAsync(SourceType.GITHUB))!.Token.ShouldBe("old");

        await ImportAsync("GITHUB", "PERSONAL_ACCESS_TOKEN", Token);

        (await FindAsync(SourceType.GITHUB))!.Token.ShouldBe(Token);
    }

    [Theory]
    [InlineData(SourceType.BITBUCKET, "me", "app-password")]
    [InlineData(SourceType.GITLAB, "oauth2", "glpat")]
    [InlineData(SourceType.GITHUB, null, null)]
    [InlineData(SourceType.S3, null, null)]
    public async Task A_build_signs_in_as_the_kind_of_host_expects(SourceType type, string? user, string? token)
    {
        await ImportAsync("BITBUCKET", "BASIC_AUTH", "app-password", ",'username':'me'");
        await ImportAsync("GITLAB", "PERSONAL_ACCESS_TOKEN", "glpat");

        var found = await FindAsync(type);

        (found?.UserName, found?.Token).ShouldBe((user, token));
    }

    [Fact]
    public async Task What_a_source_itself_says_comes_before_what_was_imported()
    {
        await ImportAsync("GITHUB", "PERSONAL_ACCESS_TOKEN", Token);
        await ImportAsync("GITLAB", "SECRETS_MANAGER", Secret);

        (await FindAsync(SourceType.GITHUB, new SourceAuth { Type = SourceAuthType.SECRETS_MANAGER, Resource = Secret })).ShouldBe(new SourceCredential("x-access-token", null, Secret));
        (await FindAsync(SourceType.GITLAB)).ShouldBe(new SourceCredential("oauth2", null, Secret));
        (await _api.CallAsync("ListSourceCredentials"))["sourceCredentialsInfos"]![1]!["resource"]!.ToString().ShouldBe(Secret);
    }

    [Fact]
    public async Task A_credential_that_is_deleted_is_gone()
    {
        await ImportAsync("GITHUB", "PERSONAL_ACCESS_TOKEN", Token);
        (await _api.CallAsync("DeleteSourceCredentials", $"{{'arn':'{GitHub}'}}"))["arn"]!.ToString().ShouldBe(GitHub);
        (await FindAsync(SourceType.GITHUB)).ShouldBeNull();
    }

    public void Dispose() => _api.Dispose();

    private Task<System.Text.Json.Nodes.JsonNode> ImportAsync(string server, string type, string token, string more = "") => _api.CallAsync("ImportSourceCredentials", Input(server, type, token, more));

    private static string Input(string server, string type, string token, string more) => $"{{'serverType':'{server}','authType':'{type}','token':'{token}'{more}}}";

    private Task<SourceCredential?> FindAsync(SourceType type, SourceAuth? auth = null) =>
        _api.Get<SourceCredentials>().FindAsync(new ProjectSource { Type = type, Auth = auth }, CancellationToken.None);
}
