using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StreamingApp;
using StreamingApp.V1;
using StreamingApp.V2;

var builder = Host.CreateApplicationBuilder(args);

builder.Services.AddOptions<AdobePassOptions>().BindConfiguration(AdobePassOptions.Section);
builder.Services.AddSingleton<DeviceIdentity>();
builder.Services.AddSingleton<RequestSigner>();
builder.Services.AddSingleton<AccessTokenProvider>();

builder.Services.AddHttpClient<RegistrationClient>(client => client.BaseAddress = AdobePassOptions.Production);
builder.Services.AddHttpClient<EntitlementClient>(client => client.BaseAddress = AdobePassOptions.Production);
builder.Services.AddHttpClient<SessionClient>(client => client.BaseAddress = AdobePassOptions.Production);
builder.Services.AddHttpClient(AccessTokenProvider.ClientName, client =>
{
    client.BaseAddress = AdobePassOptions.Production;
    client.Timeout = TimeSpan.FromSeconds(20);
});

builder.Services.AddHostedService<ActivationScreen>();

await builder.Build().RunAsync();
