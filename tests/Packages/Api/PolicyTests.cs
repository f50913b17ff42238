namespace Sluice.Packages.Tests.Api;

public sealed class PolicyTests
{
    private const string Document = """{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"codeartifact:*\",\"Resource\":\"*\"}]}""";

    [Theory]
    [InlineData("Domain", "'domain':'org'", "domain/org")]
    [InlineData("Repository", "'domain':'org','repository':'main'", "repository/org/main")]
    public async Task A_policy_is_kept_as_it_was_given_and_changed_by_who_read_it_last(string kind, string resource, string arn)
    {
        using var api = await ApiWorld.MakeAsync();

        var put = (await api.CallAsync($"Put{kind}PermissionsPolicy", $"{resource},'policyDocument':'{Document}'"))["policy"]!;
        var same = (await api.CallAsync($"Put{kind}PermissionsPolicy", $"{resource},'policyDocument':'{Document}','policyRevision':'{put["revision"]}'"))["policy"]!;
        var other = (await api.CallAsync($"Put{kind}PermissionsPolicy", $"{resource},'policyDocument':'{{\\\"Statement\\\":[]}}','policyRevision':'{put["revision"]}'"))["policy"]!;

        put["document"]!.ToString().ShouldBe(Document.Replace("\\\"", "\"", StringComparison.Ordinal));
        put["resourceArn"]!.ToString().ShouldBe($"arn:aws:codeartifact:us-east-1:123456789012:{arn}");
        same["revision"]!.ToString().ShouldBe(put["revision"]!.ToString(), "the same document is the same policy");
        other["revision"]!.ToString().ShouldNotBe(put["revision"]!.ToString());
        (await api.RefusedAsync($"Put{kind}PermissionsPolicy", $"{resource},'policyDocument':'{Document}','policyRevision':'{put["revision"]}'")).Code.ShouldBe("ConflictException");
        (await api.RefusedAsync($"Delete{kind}PermissionsPolicy", $"{resource},'policyRevision':'{put["revision"]}'")).Code.ShouldBe("ConflictException");
        (await api.CallAsync($"Get{kind}PermissionsPolicy", resource))["policy"]!["revision"]!.ToString().ShouldBe(other["revision"]!.ToString());

        (await api.CallAsync($"Delete{kind}PermissionsPolicy", $"{resource},'policyRevision':'{other["revision"]}'"))["policy"]!["document"]!.ToString().ShouldBe("""{"Statement":[]}""");
        (await api.RefusedAsync($"Get{kind}PermissionsPolicy", resource)).Code.ShouldBe("ResourceNotFoundException");
        (await api.RefusedAsync($"Delete{kind}PermissionsPolicy", resource)).Code.ShouldBe("ResourceNotFoundException");
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_policy_is_told_at_once()
    {
        using var api = await ApiWorld.MakeAsync();

        var (_, message) = await api.RefusedAsync("PutDomainPermissionsPolicy", """'domain':'org','policyDocument':'{\"Statement\":[{\"Effect\":1},7]}'""");

        message.ShouldSatisfyAllConditions(
            () => message.ShouldContain("Statement[0].Effect: expected Allow or Deny"), () => message.ShouldContain("Statement[0]: expected Action or NotAction"), () => message.ShouldContain("Statement[0]: expected Resource or NotResource"),
            () => message.ShouldContain("Statement[1]: expected an object"));
    }
}
