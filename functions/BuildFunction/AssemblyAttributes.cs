using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Sluice.Hosting;

[assembly: LambdaGlobalProperties(GenerateMain = true)]
[assembly: LambdaSerializer(typeof(LambdaJsonSerializer))]
