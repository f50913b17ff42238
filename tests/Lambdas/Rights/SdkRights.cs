namespace Sluice.Lambdas.Tests.Rights;

/// <summary>What the calls of AWS's clients in the suite's functions need, secondary rights included. A call that is not listed here fails the test: whoever adds one looks up what it needs.</summary>
internal static class SdkRights
{
    private const string Table = "{Table}";
    private const string BuildTask = "arn:aws:ecs:us-east-1:123456789012:task/BuildCluster/1";
    private const string Object = "{Objects}/pipeline/run/artifact.zip";

    /// <summary>Where a revision of a user is: the suite's bucket, and those that its parameter names.</summary>
    private static readonly string[] RevisionBuckets = ["{Objects}", "arn:aws:s3:::users-revisions", "arn:aws:s3:::users-others"];

    /// <param name="call">What is called.</param>
    /// <param name="machines">The machines' ARNs.</param>
    public static IEnumerable<Right> Of(SdkCall call, IEnumerable<string> machines) => call.ToString() switch
    {
        "IAmazonDynamoDB.GetItemAsync(GetItemRequest)" => [Need("dynamodb:GetItem", Table)],
        "IAmazonDynamoDB.PutItemAsync(PutItemRequest)" => [Need("dynamodb:PutItem", Table)],
        "IAmazonDynamoDB.UpdateItemAsync(UpdateItemRequest)" => [Need("dynamodb:UpdateItem", Table)],
        "IAmazonDynamoDB.DeleteItemAsync(DeleteItemRequest)" => [Need("dynamodb:DeleteItem", Table)],
        "IAmazonDynamoDB.QueryAsync(QueryRequest)" => [Need("dynamodb:Query", Table), Need("dynamodb:Query", $"{Table}/index/gsi1")],
        // There is no right to a transaction: it needs those of its parts.
        "IAmazonDynamoDB.TransactWriteItemsAsync(TransactWriteItemsRequest)" =>
            [Need("dynamodb:PutItem", Table), Need("dynamodb:UpdateItem", Table), Need("dynamodb:DeleteItem", Table), Need("dynamodb:ConditionCheckItem", Table)],
        "IAmazonS3.PutObjectAsync(PutObjectRequest)" => [Need("s3:PutObject", Object)],
        "IAmazonS3.DeleteObjectAsync(String)" => [Need("s3:DeleteObject", Object)],
        // Without s3:ListBucket S3 says 403 of an object that is not there, not 404, and nobody could tell it from a refused right.
        "IAmazonS3.GetObjectAsync(String)" or "IAmazonS3.GetObjectMetadataAsync(String)" => [Need("s3:GetObject", Object), Need("s3:ListBucket", "{Objects}")],
        // An address is good for what who made it may do.
        "IAmazonS3.GetPreSignedURL(GetPreSignedUrlRequest)" => [Need("s3:GetObject", Object)],
        // A revision may name a version, and a bucket of the user's own, which a key of his own may seal.
        "IAmazonS3.GetObjectAsync(GetObjectRequest)" =>
        [
            .. RevisionBuckets.SelectMany(bucket => new[]
            {
                Need("s3:GetObject", $"{bucket}/appspec.json"), Need("s3:GetObjectVersion", $"{bucket}/appspec.json"), Need("s3:ListBucket", bucket),
            }),
            Need("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/users-key"),
            Need("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/users-other"),
        ],
        "IAmazonStepFunctions.StartExecutionAsync(StartExecutionRequest)" => machines.Select(machine => Need("states:StartExecution", machine)),
        "IAmazonStepFunctions.SendTaskSuccessAsync(SendTaskSuccessRequest)" => [Need("states:SendTaskSuccess", "*")],
        "IAmazonStepFunctions.SendTaskFailureAsync(SendTaskFailureRequest)" => [Need("states:SendTaskFailure", "*")],
        "IAmazonStepFunctions.SendTaskHeartbeatAsync(SendTaskHeartbeatRequest)" => [Need("states:SendTaskHeartbeat", "*")],
        "IAmazonKeyManagementService.EncryptAsync(EncryptRequest)" => [Need("kms:Encrypt", "{SecretsKey}")],
        "IAmazonKeyManagementService.DecryptAsync(DecryptRequest)" => [Need("kms:Decrypt", "{SecretsKey}")],
        "IAmazonECS.DescribeServicesAsync(DescribeServicesRequest)" => [Need("ecs:DescribeServices", "arn:aws:ecs:us-east-1:123456789012:service/users/web")],
        // Of a listing only the cluster can be told, by a condition.
        "IAmazonECS.ListTasksAsync(ListTasksRequest)" => [Need("ecs:ListTasks", "*")],
        "IAmazonECS.DescribeTasksAsync(DescribeTasksRequest)" => [Need("ecs:DescribeTasks", BuildTask)],
        "IAmazonECS.ExecuteCommandAsync(ExecuteCommandRequest)" => [Need("ecs:ExecuteCommand", "{BuildCluster}"), Need("ecs:ExecuteCommand", BuildTask)],
        _ => throw new InvalidDataException($"It is not known what {call} needs. Add it here, with what else AWS asks of its caller."),
    };

    private static Right Need(string action, string resource) => new(action, resource, "");
}
