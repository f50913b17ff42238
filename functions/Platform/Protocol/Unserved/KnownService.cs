namespace Sluice.Platform.Protocol.Unserved;

/// <summary>A service of AWS that clients ask for though it is none of ours.</summary>
/// <param name="Name">What requests to it are signed for.</param>
/// <param name="Form">How it says errors to a request whose shape leaves that open.</param>
/// <param name="Mark">What tells a request of it that is not signed: the API's version in the query protocols, what <c>X-Amz-Target</c> begins with in AWS JSON, what the path begins with in REST.</param>
internal sealed record KnownService(string Name, ErrorForm Form, string? Mark = null)
{
    /// <summary>Only what cannot be seen by a request's shape must be here: who is not, is answered in the form that the shape has.</summary>
    private static readonly KnownService[] All =
    [
        new("autoscaling", ErrorForm.Query, "2011-01-01"),
        new("cloudformation", ErrorForm.Query, "2010-05-15"),
        new("cloudfront", ErrorForm.Query, "/2020-05-31/"),
        new("dynamodb", ErrorForm.AwsJson, "DynamoDB_"),
        new("ec2", ErrorForm.Ec2, "2016-11-15"),
        new("ecr", ErrorForm.AwsJson, "AmazonEC2ContainerRegistry_"),
        new("ecs", ErrorForm.AwsJson, "AmazonEC2ContainerService"),
        new("elasticloadbalancing", ErrorForm.Query, "2015-12-01"),
        new("events", ErrorForm.AwsJson, "AWSEvents"),
        new("iam", ErrorForm.Query, "2010-05-08"),
        new("kms", ErrorForm.AwsJson, "TrentService"),
        new("lambda", ErrorForm.RestJson, "/2015-03-31/"),
        new("logs", ErrorForm.AwsJson, "Logs_"),
        new("monitoring", ErrorForm.Query, "2010-08-01"),
        new("rds", ErrorForm.Query, "2014-10-31"),
        new("route53", ErrorForm.Query, "/2013-04-01/"),
        new("s3", ErrorForm.S3),
        new("s3express", ErrorForm.S3),
        new("secretsmanager", ErrorForm.AwsJson, "secretsmanager"),
        new("sns", ErrorForm.Query, "2010-03-31"),
        new("sqs", ErrorForm.AwsJson, "AmazonSQS"),
        new("ssm", ErrorForm.AwsJson, "AmazonSSM"),
        new("states", ErrorForm.AwsJson, "AWSStepFunctions"),
        new("sts", ErrorForm.Query, "2011-06-15"),
    ];

    public static KnownService? Named(string? name) => All.FirstOrDefault(service => service.Name == name);

    public static KnownService? Marked(string? text) =>
        text is null ? null : All.FirstOrDefault(service => service.Mark is { } mark && text.StartsWith(mark, StringComparison.Ordinal));
}
