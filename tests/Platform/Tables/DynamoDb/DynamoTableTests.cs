using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.DynamoDb;

namespace Sluice.Platform.Tests.Tables.DynamoDb;

public sealed class DynamoTableTests(Moto moto) : TableContract, IDisposable
{
    private AmazonDynamoDBClient? _client;

    public void Dispose() => _client?.Dispose();

    protected override async Task<ITable> TableAsync()
    {
        var config = new AmazonDynamoDBConfig { ServiceURL = (await moto.UrlAsync()).ToString(), AuthenticationRegion = "eu-west-1", HttpClientFactory = new OneAtATime() };
        _client = new AmazonDynamoDBClient(new BasicAWSCredentials("test", "test"), config);
        var name = $"sluice-{Guid.NewGuid():N}";
        await _client.CreateTableAsync(Definition(name), Token);
        return new DynamoTable(_client, name, new RandomIds(), TimeProvider.System);
    }

    private static CreateTableRequest Definition(string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [.. new[] { "pk", "sk", "gpk", "gsk" }.Select(a => new AttributeDefinition(a, ScalarAttributeType.S))],
        KeySchema = [new KeySchemaElement("pk", KeyType.HASH), new KeySchemaElement("sk", KeyType.RANGE)],
        GlobalSecondaryIndexes =
        [
            new GlobalSecondaryIndex
            {
                IndexName = "gsi1",
                KeySchema = [new KeySchemaElement("gpk", KeyType.HASH), new KeySchemaElement("gsk", KeyType.RANGE)],
                Projection = new Projection { ProjectionType = ProjectionType.ALL },
            },
        ],
    };
}
