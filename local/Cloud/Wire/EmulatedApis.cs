using Sluice.Local.Cloud.Parameters;
using Sluice.Local.Cloud.Queues;
using Sluice.Local.Cloud.Secrets;
using Sluice.Local.Cloud.Topics;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>The services whose calls are answered over HTTP. A request that is signed for CloudWatch is a query unless its header says JSON or its path CBOR, so queries come first.</summary>
internal static class EmulatedApis
{
    /// <summary>What the services are called.</summary>
    public static IReadOnlyList<string> Names { get; } = ["cloudwatch", "codecommit", "ecs", "elasticloadbalancing", "events", "lambda", "logs", "secretsmanager", "sns", "sqs", "ssm", "sts"];

    public static IReadOnlyList<IEmulatedService> Of(IReadOnlyCollection<IServiceCall> calls, CloudIdentity identity)
    {
        const string CloudWatchName = "GraniteServiceVersion20100801";
        var cloudWatch = new WireCalls("cloudwatch", calls);
        var cloudWatchShapes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ResourceNotFoundException"] = "ResourceNotFound", ["InvalidFormatException"] = "InvalidFormatFault", ["InvalidNextTokenException"] = "InvalidNextToken",
        };
        var cloudWatchCodes = new Dictionary<string, string>(StringComparer.Ordinal) { ["MissingRequiredParameterException"] = "MissingParameter" };
        var cloudWatchQuery = new QueryProtocol("2010-08-01", "http://monitoring.amazonaws.com/doc/2010-08-01/", cloudWatchCodes);
        return
        [
            new TokenWire(identity),
            new LambdaWire(calls),
            new JsonWire(new WireCalls("ecs", calls))
            {
                SigningName = "ecs", Name = "ecs", TargetPrefix = "AmazonEC2ContainerServiceV20141113", ContentType = "application/x-amz-json-1.1", IsCamelCase = true,
            },
            new JsonWire(new WireCalls("cloudwatchlogs", calls))
            {
                SigningName = "logs",
                Name = "logs",
                TargetPrefix = "Logs_20140328",
                ContentType = "application/x-amz-json-1.1",
                IsCamelCase = true,

                // A batch has 1 MiB, of which JSON may make six times as much.
                LargestBody = 8 * ApiRequest.LargestBody,
            },
            Repositories(calls),
            new JsonWire(new WireCalls("secretsmanager", calls))
            {
                SigningName = "secretsmanager", Name = "secretsmanager", TargetPrefix = "secretsmanager", ContentType = "application/x-amz-json-1.1", Shapes = SecretErrors.Shapes,
            },
            new DecryptingWire(
                new JsonWire(new WireCalls("ssm", calls))
                {
                    SigningName = "ssm", Name = "ssm", TargetPrefix = "AmazonSSM", ContentType = "application/x-amz-json-1.1", Shapes = ParameterErrors.Shapes,
                },
                identity),
            .. Messaging(calls, identity),
            new QueryWire(new WireCalls("elasticloadbalancingv2", calls), new QueryProtocol("2015-12-01", "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"))
            {
                SigningName = "elasticloadbalancing", Name = "elasticloadbalancing",
            },
            new QueryWire(cloudWatch, cloudWatchQuery) { SigningName = "monitoring", Name = "cloudwatch" },
            new JsonWire(cloudWatch)
            {
                SigningName = "monitoring",
                Name = "cloudwatch",
                TargetPrefix = CloudWatchName,
                ContentType = "application/x-amz-json-1.0",
                Shapes = cloudWatchShapes,
                Compatible = cloudWatchQuery,
            },
            new CborWire(cloudWatch) { SigningName = "monitoring", Name = "cloudwatch", Service = CloudWatchName, Shapes = cloudWatchShapes, Compatible = cloudWatchQuery },
        ];
    }

    private static JsonWire Repositories(IReadOnlyCollection<IServiceCall> calls) => new(new WireCalls("codecommit", calls))
    {
        SigningName = "codecommit",
        Name = "codecommit",
        TargetPrefix = "CodeCommit_20150413",
        ContentType = "application/x-amz-json-1.1",
        IsCamelCase = true,
        Capital = "Arn",

        // A file has 6 MB, of which Base64 makes a third more.
        LargestBody = 9 * ApiRequest.LargestBody,
    };

    private static IReadOnlyList<IEmulatedService> Messaging(IReadOnlyCollection<IServiceCall> calls, CloudIdentity identity) =>
    [
        new OwnSourcesWire(
            new JsonWire(new WireCalls("eventbridge", calls)) { SigningName = "events", Name = "events", TargetPrefix = "AWSEvents", ContentType = "application/x-amz-json-1.1" }, identity),
        new JsonWire(new WireCalls("sqs", calls))
        {
            SigningName = "sqs",
            Name = "sqs",
            TargetPrefix = "AmazonSQS",
            ContentType = "application/x-amz-json-1.0",
            Shapes = QueueErrors.Shapes,
            Compatible = new QueryProtocol("2012-11-05", "http://queue.amazonaws.com/doc/2012-11-05/", QueueErrors.Codes),

            // A message has 1 MiB, of which JSON may make six times as much.
            LargestBody = 8 * ApiRequest.LargestBody,
        },
        new QueryWire(new WireCalls("sns", calls), new QueryProtocol("2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/", TopicErrors.Codes)) { SigningName = "sns", Name = "sns" },
    ];
}
