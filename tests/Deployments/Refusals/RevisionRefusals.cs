using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

internal static class RevisionRefusals
{
    private const string Bundle = "{'revisionType':'S3','s3Location':{'bucket':'b','key':'other.zip','bundleType':'zip'}}";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("BatchGetApplicationRevisions", "RevisionRequiredException", "{'revisions':null}", "'revisions'"),
        new("BatchGetApplicationRevisions", "RevisionRequiredException", "{'revisions':[]}", "expected 1 to 25"),
        new("BatchGetApplicationRevisions", "InvalidRevisionException", "{'revisions':[{'revisionType':'S3'}]}", "one of s3Location, gitHubLocation, string and appSpecContent was expected"),
        new("BatchGetApplicationRevisions", "BatchLimitExceededException", $"{{'revisions':[{Many.Of(26, Bundle.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))}]}}", "26 at once; expected at most 25"),
        new("GetApplicationRevision", "RevisionDoesNotExistException", $"{{'revision':{Bundle}}}", "s3://b/other.zip; it was neither registered nor deployed"),
        new("RegisterApplicationRevision", "DescriptionTooLongException", $"{{'description':'{new string('d', 101)}'}}", "at most 100 characters were expected, not 101"),
        new("RegisterApplicationRevision", "InvalidRevisionException", "{'revision':{'revisionType':'GitHub','gitHubLocation':{'repository':'shop','commitId':'main'}}}", "the 40 hexadecimal digits of a commit were expected, not 'main'"),
        new("RegisterApplicationRevision", "InvalidRevisionException", "{'revision':{'revisionType':'AppSpecContent','appSpecContent':{'content':'{}','sha256':'00'}}}", "'00' is not of this content, whose SHA-256 is 44136fa355b3"),
        new("RegisterApplicationRevision", "InvalidRevisionException", "{'revision':{'revisionType':'AppSpecContent','s3Location':{'bucket':'b','key':'k','bundleType':'zip'}}}", "AppSpecContent was said, but the location of S3 was given"),
        new("RegisterApplicationRevision", "InvalidRevisionException", "{'revision':{'s3Location':{'bucket':'b','key':'k','bundleType':'zip'}}}", "revision.revisionType: is required; by what is given it is S3"),
        new("RegisterApplicationRevision", "InvalidRevisionException", "{'revision':{'revisionType':'S3','s3Location':{}}}", "revision.s3Location.bucket: is required; revision.s3Location.key: is required; revision.s3Location.bundleType: is required"),
        new("RegisterApplicationRevision", "InvalidRevisionException", "{'applicationName':'fleet','revision':{'revisionType':'String','string':{'content':'{}'}}}", "String is for the compute platforms Lambda and ECS only; expected S3 or GitHub"),
        new("GetApplicationRevision", "InvalidRevisionException", "{'revision':{'revisionType':'String','string':{}}}", "revision.appSpecContent: its content or its sha256 was expected"),
        new("ListApplicationRevisions", "InvalidSortByException", "{'sortBy':'size'}", "[registerTime, firstUsedTime, lastUsedTime]"),
        new("ListApplicationRevisions", "InvalidSortOrderException", "{'sortOrder':'random'}", "[ascending, descending]"),
        new("ListApplicationRevisions", "InvalidDeployedStateFilterException", "{'deployed':'perhaps'}", "[include, exclude, ignore]"),
        new("ListApplicationRevisions", "BucketNameFilterRequiredException", "{'s3KeyPrefix':'a'}", "s3Bucket: is required with s3KeyPrefix"),
        new("ListApplicationRevisions", "InvalidBucketNameFilterException", "{'s3Bucket':'A_'}", "s3Bucket: the name of a bucket was expected, not 'A_'"),
        new("ListApplicationRevisions", "InvalidKeyPrefixFilterException", "{'s3Bucket':'bucket','s3KeyPrefix':''}", "s3KeyPrefix: 1 to 1024 characters were expected, not 0"),
    ];
}
