using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Amazon.S3;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Kms;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables.DynamoDb;

namespace Sluice.PackageServer.Tests;

/// <summary>What the template makes for the server, in moto: a table, a bucket and a key; and somebody's key to the API.</summary>
internal sealed class AccountOfMoto : IDisposable
{
    private const string Region = "us-east-1";
    private static readonly BasicAWSCredentials Anybody = new("test", "test");
    private readonly AmazonDynamoDBClient _tables;
    private readonly AmazonKeyManagementServiceClient _keys;
    private readonly AmazonS3Client _buckets;
    private readonly Uri _url;

    private AccountOfMoto(Uri url)
    {
        _url = url;
        _tables = new AmazonDynamoDBClient(Anybody, new AmazonDynamoDBConfig { ServiceURL = url.ToString(), AuthenticationRegion = Region });
        _keys = new AmazonKeyManagementServiceClient(Anybody, new AmazonKeyManagementServiceConfig { ServiceURL = url.ToString(), AuthenticationRegion = Region });
        _buckets = new AmazonS3Client(Anybody, new AmazonS3Config { ServiceURL = url.ToString(), AuthenticationRegion = Region, ForcePathStyle = true });
    }

    /// <summary>What the template tells the server.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>An administrator's.</summary>
    public IssuedKey Key { get; private set; } = null!;

    public static async Task<AccountOfMoto> CreateAsync(Moto moto)
    {
        var account = new AccountOfMoto(await moto.UrlAsync());
        await account.MakeAsync(TestContext.Current.CancellationToken);
        return account;
    }

    /// <summary>How many objects the bucket has.</summary>
    public async Task<int> ObjectsAsync() => (await _buckets.ListObjectsV2Async(new() { BucketName = Variables["SLUICE_BUCKET"] }, TestContext.Current.CancellationToken)).S3Objects?.Count ?? 0;

    public void Dispose()
    {
        _tables.Dispose();
        _keys.Dispose();
        _buckets.Dispose();
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        var name = $"sluice-{Guid.NewGuid():N}";
        await _tables.CreateTableAsync(Definition(name), cancellationToken);
        await _buckets.PutBucketAsync(name, cancellationToken);
        var key = (await _keys.CreateKeyAsync(new CreateKeyRequest(), cancellationToken)).KeyMetadata.KeyId;
        var table = new DynamoTable(_tables, name, new RandomIds(), TimeProvider.System);
        Key = await new AccessKeys(new AccessKeyStore(table), new KmsSecretBox(_keys, key), new RandomIds(), TimeProvider.System).IssueAsync("admin", "tester", cancellationToken);
        foreach (var (variable, value) in new (string, string)[]
        {
            ("SLUICE_TABLE", name), ("SLUICE_BUCKET", name), ("SLUICE_SECRETS_KEY", key), ("SLUICE_ACCOUNT", "123456789012"), ("SLUICE_PORT", "0"),
            ("AWS_REGION", Region), ("AWS_ENDPOINT_URL", _url.ToString()), ("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test"),
        })
        {
            Variables[variable] = value;
        }
    }

    private static CreateTableRequest Definition(string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [.. new[] { "pk", "sk", "gpk", "gsk" }.Select(attribute => new AttributeDefinition(attribute, ScalarAttributeType.S))],
        KeySchema = [new KeySchemaElement("pk", Amazon.DynamoDBv2.KeyType.HASH), new KeySchemaElement("sk", Amazon.DynamoDBv2.KeyType.RANGE)],
        GlobalSecondaryIndexes =
        [
            new GlobalSecondaryIndex
            {
                IndexName = "gsi1",
                KeySchema = [new KeySchemaElement("gpk", Amazon.DynamoDBv2.KeyType.HASH), new KeySchemaElement("gsk", Amazon.DynamoDBv2.KeyType.RANGE)],
                Projection = new Projection { ProjectionType = ProjectionType.ALL },
            },
        ],
    };
}
