using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Platform.Tests.Api;

/// <summary>Pages, batches, tags and ARNs.</summary>
public sealed class ApiRulesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_of_another_listing_is_the_models_error()
    {
        using var table = SqliteTable.InMemory(TimeProvider.System);
        foreach (var name in new[] { "a", "b", "c" })
        {
            await table.PutAsync(PutItem.Of(new Key("NAMES", name), new Shop("1", name)), Cancellation);
        }

        var page = await Pages.ReadAsync(table, new Query("NAMES") { Limit = 2 }, cancellationToken: Cancellation);
        (await Pages.ReadAsync(table, new Query("NAMES") { PageToken = page.NextToken }, cancellationToken: Cancellation)).Items.Select(item => item.Key.Sk).ShouldBe(["c"]);
        (await Should.ThrowAsync<ApiException>(() => Pages.ReadAsync(table, new Query("OTHERS") { PageToken = page.NextToken }, cancellationToken: Cancellation))).Code.ShouldBe("InvalidNextTokenException");
        (await Should.ThrowAsync<ApiException>(() => Pages.ReadAsync(table, new Query("NAMES") { PageToken = "x" }, "InvalidInputException", Cancellation))).Code.ShouldBe("InvalidInputException");
    }

    [Fact]
    public async Task A_batch_has_each_name_once_and_tells_those_that_are_not_there()
    {
        Batches.Check(["b", "a", "b"], 3, "Required", "Exceeded").ShouldBe(["b", "a"]);
        Batches.Check(Array.Empty<string>(), 3, null, "Exceeded").ShouldBeEmpty();
        Should.Throw<ApiException>(() => Batches.Check(Array.Empty<string>(), 3, "Required", "Exceeded")).Code.ShouldBe("Required");
        Should.Throw<ApiException>(() => Batches.Check(["a", "b", "c", "d"], 3, "Required", "Exceeded")).Code.ShouldBe("Exceeded");
        var (found, missing) = await Batches.ReadAsync(["a", "b", "c"], name => Task.FromResult(name == "b" ? null : new Shop("1", name)));
        (string.Join(' ', found.Select(shop => shop.Name)), string.Join(' ', missing)).ShouldBe(("a c", "b"));
    }

    [Fact]
    public void All_that_is_wrong_with_tags_is_said_at_once()
    {
        IReadOnlyList<ResourceTag> tags = [new(""), new("aws:x"), new(new string('k', 129)), new("v", new string('v', 257)), new("twice"), new("twice")];
        TagRules.Faults(tags).ShouldBe(
        [
            "tags[0].key: 1 to 128 characters were expected, not 0", "tags[1].key: 'aws:x' begins with 'aws:', which is AWS's own", "tags[2].key: 1 to 128 characters were expected, not 129",
            "tags[3].value: at most 256 characters were expected, not 257", "the key 'twice' is there 2 times",
        ]);
        TagRules.Faults([new(new string('k', 128), new string('v', 256))]).ShouldBeEmpty();
    }

    [Fact]
    public void Tags_are_joined_by_their_keys()
    {
        IReadOnlyList<ResourceTag> tags = [new("b", "1"), new("c", "1")];
        TagRules.With(tags, [new("c", "2"), new("a")]).ShouldBe([new("a"), new("b", "1"), new("c", "2")]);
        TagRules.Without(tags, ["c", "x"]).ShouldBe([new("b", "1")]);
        TagRules.CountFaults([.. Enumerable.Range(0, 50).Select(number => new ResourceTag($"{number}"))]).ShouldBeEmpty();
        TagRules.CountFaults([.. Enumerable.Range(0, 51).Select(number => new ResourceTag($"{number}"))]).ShouldBe(["a resource has at most 50, not 51"]);
    }

    [Theory]
    [InlineData("arn:aws:codebuild:us-east-1:123456789012:project/web", "web", true)]
    [InlineData("arn:aws:codebuild:us-east-1::project/web", "web", true)]
    [InlineData("arn:aws:codebuild:us-east-1:123456789012:project/a:b/c", "a:b/c", true)]
    [InlineData("arn:aws:codebuild:eu-west-1:123456789012:project/web", "web", false)]
    [InlineData("arn:aws:codebuild:us-east-1:999999999999:project/web", "web", false)]
    [InlineData("arn:aws:codebuild:us-east-1:123456789012:project/", null, true)]
    [InlineData("arn:aws:codebuild:us-east-1:123456789012:build/web", null, true)]
    public void An_arn_says_what_it_names_and_whose_it_is(string text, string? name, bool ours)
    {
        var arn = ResourceArn.Read(text)!;
        (arn.Service, arn.Name("project/"), arn.IsOf(SuiteAccount.OneMachine)).ShouldBe(("codebuild", name, ours));
    }

    [Theory]
    [InlineData("")]
    [InlineData("web")]
    [InlineData("arn:aws:codebuild:us-east-1:123456789012")]
    [InlineData("arn:aws:codebuild:us-east-1:123456789012:")]
    [InlineData("urn:aws:codebuild:us-east-1:123456789012:project/web")]
    [InlineData("arn:aws::us-east-1:123456789012:project/web")]
    public void What_is_no_arn_is_none(string text) => ResourceArn.Read(text).ShouldBeNull();
}
