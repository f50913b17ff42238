using System.Text;
using Sluice.Packages.Entry;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Entry;

public sealed class RegistryAddressTests
{
    [Theory]
    [InlineData("/artifacts")]
    [InlineData("/artifacts/")]
    [InlineData("/artifacts/org")]
    [InlineData("/artifacts/org/nmp/main/left")]
    [InlineData("/artifacts/org/generic/main/")]
    public async Task What_is_no_registrys_address_is_told_how_one_is_made(string path)
    {
        using var world = new PackageWorld();
        var request = new ApiRequest("GET", path, "", [], default);

        CodeArtifactEndpoint.IsOpen(request).ShouldBeTrue();
        var answer = await world.Get<CodeArtifactEndpoint>().AnswerOpenAsync(request, CancellationToken.None);

        answer.Status.ShouldBe(404);
        Encoding.UTF8.GetString(answer.Body.Span).ShouldContain("/artifacts/DOMAIN/FORMAT/REPOSITORY/ is expected, where FORMAT is one of npm, pypi, maven, nuget");
    }

    [Theory]
    [InlineData("/artifactsx/org/npm/main/")]
    [InlineData("/v1/domain")]
    [InlineData("/")]
    public void Other_paths_are_others(string path) => RegistryAddress.Takes(path).ShouldBeFalse();

    [Fact]
    public async Task Who_looks_at_a_registry_of_npm_is_told_where_packages_are()
    {
        using var world = new PackageWorld();
        await world.RepositoryAsync();

        var answer = await world.AskAsync("GET", "/artifacts/org/npm/main/");

        answer.Status.ShouldBe(404);
        Encoding.UTF8.GetString(answer.Body.Span).ShouldContain("/artifacts/org/npm/main/NAME.");
    }

    [Fact]
    public async Task A_message_is_readable_as_it_is()
    {
        using var world = new PackageWorld();

        var answer = await world.AskAsync("GET", "/artifacts/org/npm/mian/left");

        Encoding.UTF8.GetString(answer.Body.Span).ShouldContain("'mian'");
    }
}
