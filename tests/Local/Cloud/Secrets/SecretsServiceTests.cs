using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Secrets;

/// <summary>The calls, as machines and clients make them.</summary>
public sealed class SecretsServiceTests : IAsyncLifetime
{
    private const string First = "00000000-0000-0000-0000-000000000001";
    private const string Second = "00000000-0000-0000-0000-000000000002";
    private const string Third = "00000000-0000-0000-0000-000000000003";
    private const string Hidden = "hunter2-of-the-test";
    private readonly SetClock _time = new();
    private readonly CloudUnderTest _cloud;

    public SecretsServiceTests() => _cloud = new CloudUnderTest { Time = _time };

    public async ValueTask InitializeAsync()
    {
        await _cloud.StartAsync();
        await CallAsync("createSecret", new { Name = "shop/db", SecretString = Hidden, ClientRequestToken = First, Description = "of the shop", Tags = new[] { new { Key = "team", Value = "shop" } } });
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task The_current_version_moves_and_the_one_before_stays()
    {
        await CallAsync("putSecretValue", new { SecretId = "shop/db", SecretString = "two", ClientRequestToken = Second });
        await CallAsync("putSecretValue", new { SecretId = "shop/db", SecretString = "three", ClientRequestToken = Third, VersionStages = new[] { "AWSPENDING" } });

        (await ValueAsync(new { SecretId = "shop/db" })).ShouldBe("two");
        (await ValueAsync(new { SecretId = "shop/db", VersionStage = "AWSPREVIOUS" })).ShouldBe(Hidden);
        (await ValueAsync(new { SecretId = "shop/db", VersionId = Third })).ShouldBe("three");
        await CallAsync("updateSecretVersionStage", new { SecretId = "shop/db", VersionStage = "AWSCURRENT", MoveToVersionId = Third, RemoveFromVersionId = Second });
        (await StagesAsync()).ShouldBe($$"""{"{{Second}}":["AWSPREVIOUS"],"{{Third}}":["AWSPENDING","AWSCURRENT"]}""");
        (await CallAsync("listSecretVersionIds", new { SecretId = "shop/db" }))["Versions"]!.AsArray().Count.ShouldBe(2);
        (await CallAsync("listSecretVersionIds", new { SecretId = "shop/db", IncludeDeprecated = true }))["Versions"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_same_token_with_the_same_value_changes_nothing_and_with_another_is_refused()
    {
        var again = await CallAsync("createSecret", new { Name = "shop/db", SecretString = Hidden, ClientRequestToken = First });
        ((string?)again["VersionId"]).ShouldBe(First);
        await CallAsync("putSecretValue", new { SecretId = "shop/db", SecretString = Hidden, ClientRequestToken = First });
        (await _cloud.RefusalAsync("secretsmanager:putSecretValue", new { SecretId = "shop/db", SecretString = "other", ClientRequestToken = First })).ShouldBe("SecretsManager.ResourceExistsException");
        (await _cloud.RefusalAsync("secretsmanager:createSecret", new { Name = "shop/db", SecretString = "other" })).ShouldBe("SecretsManager.ResourceExistsException");
        (await StagesAsync()).ShouldBe($$"""{"{{First}}":["AWSCURRENT"]}""");
    }

    [Fact]
    public async Task A_deletion_waits_can_be_taken_back_and_is_final_in_the_end()
    {
        await CallAsync("deleteSecret", new { SecretId = "shop/db", RecoveryWindowInDays = 7 });
        (await _cloud.RefusedAsync("secretsmanager:getSecretValue", new { SecretId = "shop/db" })).Cause.ShouldContain("marked for deletion");
        (await _cloud.RefusedAsync("secretsmanager:createSecret", new { Name = "shop/db" })).Cause.ShouldContain("already scheduled for deletion");
        (await CallAsync("listSecrets", new { }))["SecretList"]!.AsArray().ShouldBeEmpty();
        (await CallAsync("listSecrets", new { IncludePlannedDeletion = true }))["SecretList"]!.AsArray().Count.ShouldBe(1);
        await CallAsync("restoreSecret", new { SecretId = "shop/db" });
        (await ValueAsync(new { SecretId = "shop/db" })).ShouldBe(Hidden);

        await CallAsync("deleteSecret", new { SecretId = "shop/db" });
        _time.Advance(TimeSpan.FromDays(30));
        (await _cloud.RefusalAsync("secretsmanager:describeSecret", new { SecretId = "shop/db" })).ShouldBe("SecretsManager.ResourceNotFoundException");
        await CallAsync("createSecret", new { Name = "shop/db", SecretString = "new" });
        (await ValueAsync(new { SecretId = "shop/db" })).ShouldBe("new");
        await CallAsync("deleteSecret", new { SecretId = "shop/db", ForceDeleteWithoutRecovery = true });
        (await _cloud.RefusalAsync("secretsmanager:describeSecret", new { SecretId = "shop/db" })).ShouldBe("SecretsManager.ResourceNotFoundException");
    }

    [Fact]
    public async Task A_secret_is_found_by_its_ARN_with_and_without_its_last_letters()
    {
        var arn = (string)(await CallAsync("describeSecret", new { SecretId = "shop/db" }))["ARN"]!;
        arn.ShouldMatch("^arn:aws:secretsmanager:us-east-1:000000000000:secret:shop/db-[A-Za-z0-9]{6}$");

        (await ValueAsync(new { SecretId = arn })).ShouldBe(Hidden);
        (await ValueAsync(new { SecretId = arn[..^7] })).ShouldBe(Hidden);
        (await _cloud.RefusalAsync("secretsmanager:getSecretValue", new { SecretId = arn[..^6] + "......" })).ShouldBe("SecretsManager.ResourceNotFoundException");
    }

    [Fact]
    public async Task What_is_secret_is_in_no_file_listing_or_refusal_and_bytes_come_back()
    {
        var binary = Convert.ToBase64String([0, 255, 7]);
        await CallAsync("createSecret", new { Name = "bytes", SecretBinary = binary });

        ((string?)(await CallAsync("getSecretValue", new { SecretId = "bytes" }))["SecretBinary"]).ShouldBe(binary);
        (await CallAsync("listSecrets", new { })).ToJsonString().ShouldNotContain(Hidden);
        (await CallAsync("describeSecret", new { SecretId = "shop/db" })).ToJsonString().ShouldNotContain(Hidden);
        foreach (var input in (object[])
        [
            new { Name = "n", SecretString = Hidden, SecretBinary = binary },
            new { Name = "a b", SecretString = Hidden },
            new { Name = "n", SecretBinary = Hidden },
            new { Name = "n", SecretString = new[] { Hidden } },
            new { Name = "shop/db", SecretString = Hidden, ClientRequestToken = Third },
        ])
        {
            (await _cloud.RefusedAsync("secretsmanager:createSecret", input)).Cause.ShouldNotContain(Hidden);
        }

        foreach (var file in Directory.EnumerateFiles(_cloud.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            bytes.AsSpan().IndexOf("hunter2-of-the-test"u8).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task Listings_are_filtered_sorted_and_paged_and_a_batch_names_what_is_not_there()
    {
        await CallAsync("createSecret", new { Name = "a", SecretString = "1" });
        _time.Advance(TimeSpan.FromSeconds(1));
        await CallAsync("createSecret", new { Name = "b", SecretString = "2" });

        (await ListedAsync(new { SortBy = "name", SortOrder = "desc" })).ShouldBe(["shop/db", "b", "a"]);
        (await ListedAsync(new { Filters = new[] { new { Key = "tag-value", Values = new[] { "shop" } } } })).ShouldBe(["shop/db"]);
        (await ListedAsync(new { Filters = new[] { new { Key = "name", Values = new[] { "!shop" } } }, SortBy = "name" })).ShouldBe(["a", "b"]);
        var first = await CallAsync("listSecrets", new { MaxResults = 2, SortBy = "name" });
        (await ListedAsync(new { MaxResults = 2, SortBy = "name", NextToken = (string?)first["NextToken"] })).ShouldBe(["shop/db"]);
        var batch = await CallAsync("batchGetSecretValue", new { SecretIdList = new[] { "a", "none" } });
        ((string?)batch["SecretValues"]![0]!["SecretString"]).ShouldBe("1");
        batch["Errors"]!.ToJsonString().ShouldBe("""[{"SecretId":"none","ErrorCode":"ResourceNotFoundException","Message":"Secrets Manager can\u0027t find the specified secret."}]""");
    }

    [Fact]
    public async Task Versions_without_a_label_go_before_there_are_too_many()
    {
        for (var number = 0; number < 120; number++)
        {
            await CallAsync("putSecretValue", new { SecretId = "shop/db", SecretString = $"{number}" });
        }

        (await CallAsync("listSecretVersionIds", new { SecretId = "shop/db", IncludeDeprecated = true }))["Versions"]!.AsArray().Count.ShouldBe(99);
        (await ValueAsync(new { SecretId = "shop/db" })).ShouldBe("119");
        await CallAsync("deleteSecret", new { SecretId = "shop/db", ForceDeleteWithoutRecovery = true });
    }

    [Theory]
    [InlineData("{}", 32)]
    [InlineData("{'PasswordLength':8,'ExcludePunctuation':true,'ExcludeUppercase':true,'ExcludeLowercase':true}", 8)]
    [InlineData("{'PasswordLength':5,'IncludeSpace':true}", 5)]
    public async Task A_password_keeps_to_what_is_asked(string input, int length)
    {
        var password = (string)(await CallAsync("getRandomPassword", JsonNode.Parse(input.Replace('\'', '"'))!))["RandomPassword"]!;

        password.Length.ShouldBe(length);
        if (input.Contains("ExcludeLowercase", StringComparison.Ordinal))
        {
            password.ShouldMatch("^[0-9]{8}$");
        }
        else
        {
            password.ShouldMatch("(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[^A-Za-z0-9])");
        }
    }

    [Theory]
    [InlineData("getSecretValue", "{'SecretId':'none'}", "ResourceNotFoundException", "can't find the specified secret.")]
    [InlineData("getSecretValue", "{'SecretId':'shop/db','VersionStage':'NONE'}", "ResourceNotFoundException", "staging label: NONE")]
    [InlineData("getSecretValue", "{'SecretId':'shop/db','VersionId':'00000000-0000-0000-0000-000000000001','VersionStage':'NONE'}", "InvalidRequestException", "not associated")]
    [InlineData("createSecret", "{'Name':'a b','SecretString':'x'}", "ValidationException", "Invalid name.")]
    [InlineData("createSecret", "{'Name':'n','SecretString':'x','SecretBinary':'eA=='}", "InvalidParameterException", "both a binary secret value and a string")]
    [InlineData("createSecret", "{'Name':'n','KmsKeyId':'k','AddReplicaRegions':[{'Region':'eu-west-1'}]}", "InvalidParameterException", "KmsKeyId 'k' (there is no KMS on this machine: secrets are sealed with its own key, alias/aws/secretsmanager); AddReplicaRegions")]
    [InlineData("deleteSecret", "{'SecretId':'shop/db','RecoveryWindowInDays':3}", "InvalidParameterException", "between 7 and 30")]
    [InlineData("deleteSecret", "{'SecretId':'shop/db','RecoveryWindowInDays':7,'ForceDeleteWithoutRecovery':true}", "InvalidParameterException", "in conjunction with")]
    [InlineData("putSecretValue", "{'SecretId':'shop/db'}", "InvalidRequestException", "either SecretString or SecretBinary")]
    [InlineData("updateSecretVersionStage", "{'SecretId':'shop/db','VersionStage':'AWSCURRENT','RemoveFromVersionId':'00000000-0000-0000-0000-000000000001'}", "InvalidParameterException", "can't be completely removed")]
    [InlineData("updateSecretVersionStage", "{'SecretId':'shop/db','VersionStage':'AWSCURRENT'}", "InvalidParameterException", "can't be empty")]
    [InlineData("listSecrets", "{'NextToken':'x'}", "InvalidNextTokenException", "NextToken")]
    public async Task What_is_wrong_is_refused_in_AWSs_names(string operation, string input, string error, string says)
    {
        var refused = await _cloud.RefusedAsync($"secretsmanager:{operation}", JsonNode.Parse(input.Replace('\'', '"'))!);

        refused.Error.ShouldBe($"SecretsManager.{error}");
        refused.Cause.ShouldContain(says);
    }

    private async Task<string[]> ListedAsync(object input) => [.. (await CallAsync("listSecrets", input))["SecretList"]!.AsArray().Select(secret => (string)secret!["Name"]!)];

    private async Task<string> StagesAsync() => (await CallAsync("describeSecret", new { SecretId = "shop/db" }))["VersionIdsToStages"]!.ToJsonString();

    private async Task<string> ValueAsync(object input) => (string)(await CallAsync("getSecretValue", input))["SecretString"]!;

    private Task<JsonNode> CallAsync(string operation, object input) => _cloud.CallAsync($"secretsmanager:{operation}", input);
}
