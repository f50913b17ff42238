using Sluice.Pipelines.ControlPlane.ActionTypes;

namespace Sluice.Pipelines.Tests.Api.ActionTypes;

public sealed class UrlTemplatesTests
{
    private static readonly Dictionary<string, string> _configuration = new() { ["Line"] = "one & two", ["Later"] = "#{Build.Id}", ["None"] = "" };

    [Theory]
    [InlineData(null, null)]
    [InlineData("https://p.example.com/", "https://p.example.com/")]
    [InlineData("https://p.example.com/{Config:Line}/{ExternalExecutionId}", "https://p.example.com/one%20%26%20two/e-1")]
    [InlineData("https://p.example.com/{RevisionId}", "https://p.example.com/r%2F1")]
    [InlineData("https://p.example.com/{Config:Other}", null)]
    [InlineData("https://p.example.com/{Config:None}", null)]
    [InlineData("https://p.example.com/{Config:Later}", null)]
    [InlineData("https://p.example.com/{Other}", null)]
    public void A_template_is_filled_in_as_a_whole_or_there_is_no_link(string? template, string? url) =>
        UrlTemplates.Fill(template, _configuration, "e-1", "r/1").ShouldBe(url);

    [Fact]
    public void Without_an_execution_there_is_no_link_to_one() => UrlTemplates.Fill("https://p.example.com/{ExternalExecutionId}", _configuration, null, null).ShouldBeNull();
}
